// Writes the licences of all that the jar is made of: a list for the help, and the texts. Fails on one it does not know.
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";

const [jars, out] = process.argv.slice(2);

// The names under which the licences we may ship stand in poms and packages, by their name in SPDX.
const KNOWN = {
  "Apache-2.0": /^(the )?apache(-| )?(software )?(license,? ?)?,?\s?(version )?2(\.0)?$/i,
  "BSD-2-Clause": /^BSD[- ]2-Clause( License)?$/,
  "BSD-3-Clause": /^BSD-3-Clause$/,
  "EPL-2.0": /^(EPL[- ]2\.0)$/,
  "LGPL-2.1-or-later": /^GNU Lesser General Public License \(LGPL\), version 2\.1 or later$/,
  "0BSD": /^(0BSD|BSD-0-Clause)$/,
  ISC: /^ISC$/,
  MIT: /^MIT$/,
  "OFL-1.1": /^OFL-1\.1$/,
};

function spdx(name) {
  return Object.keys(KNOWN).find((id) => KNOWN[id].test(name));
}

// Lines such as "(Apache-2.0) (EPL-2.0) Core :: HTTP (org.eclipse.jetty:jetty-http:12.1.12 - https://jetty.org)".
function shippedJars() {
  return readFileSync(jars, "utf8")
    .split("\n")
    .filter((line) => /^ +\(/.test(line))
    .map((line) => {
      const [, names, module] = line.match(/^ +((?:\((?:[^()]|\([^()]*\))*\) )+).*\(([^ ]+:[^ ]+:[^ ]+) - [^ ]*\)$/);
      return { name: module, licences: [...names.matchAll(/\(((?:[^()]|\([^()]*\))*)\) /g)].map((match) => match[1]) };
    });
}

function shippedPackages() {
  const packages = JSON.parse(readFileSync("package-lock.json", "utf8")).packages;
  return Object.entries(packages)
    .filter(([path, entry]) => path && !entry.dev && !entry.optional)
    .map(([path]) => {
      const { name, version, license: given } = JSON.parse(readFileSync(`${path}/package.json`, "utf8"));
      const license = given?.type ?? given;
      const texts = readdirSync(path).filter((file) => /^(licen[cs]e|notice|ofl)/i.test(file));
      texts.forEach((file) =>
        writeFileSync(`${out}/${name.replaceAll("/", "_")}-${file}`, readFileSync(`${path}/${file}`)),
      );
      const licences = [license, ...(license ?? "").split(/[()]| AND | OR /)].filter(Boolean);
      return { name: `npm ${name}:${version}`, licences: licences.some(spdx) ? licences.filter(spdx) : licences };
    });
}

mkdirSync(out, { recursive: true });
const all = [...shippedJars(), ...shippedPackages()];
const unknown = all.filter(({ licences }) => !licences.some(spdx));
if (unknown.length > 0) {
  console.error(
    "The licence of these is not known; add it to static/licences.mjs if we may ship it, or leave them out:",
  );
  unknown.forEach(({ name, licences }) => console.error(`  ${name}: ${licences.join(", ") || "none given"}`));
  process.exit(1);
}
const rows = all.map(
  ({ name, licences }) => `| ${name} | ${[...new Set(licences.map(spdx).filter(Boolean))].join(" or ")} |`,
);
writeFileSync(`${out}/licences.md`, ["| Part | Licence |", "| --- | --- |", ...rows.sort(), ""].join("\n"));
