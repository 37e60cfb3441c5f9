// A provider of OpenID Connect on loopback. It prints its port. PEOPLE is JSON: the claims of each person, by name.
import { createServer } from "node:http";
import Provider from "oidc-provider";

const people = JSON.parse(process.env.PEOPLE);
const server = createServer().listen(0, "127.0.0.1", () => {
  const { port } = server.address();
  const provider = new Provider(`http://127.0.0.1:${port}`, {
    clients: [
      {
        client_id: "scripts",
        client_secret: process.env.SECRET,
        redirect_uris: [process.env.CALLBACK],
        grant_types: ["authorization_code"],
        response_types: ["code"],
      },
    ],
    claims: { openid: ["sub"], email: ["email", "email_verified"], profile: ["name", "groups"] },
    conformIdTokenClaims: process.env.TOLD_WHERE !== "token",
    pkce: { required: () => true },
    cookies: { keys: ["a key of a test"] },
    findAccount: (context, id) => ({ accountId: id, claims: () => ({ sub: id, ...people[id] }) }),
  });
  server.on("request", provider.callback());
  console.log(`listening on ${port}`);
});
// It ends with the test that started it.
process.stdin.on("end", () => process.exit()).resume();
