// Bundles what is made of packages into one script each, for which only the pages that use it ask.
import { build } from "esbuild";

const [out] = process.argv.slice(2);

// This package does not say itself that nothing happens when it is loaded, so all of it would come along.
const pure = {
  name: "pure",
  setup({ onResolve, resolve }) {
    onResolve({ filter: /^@lezer\/common$/ }, async ({ path, pluginData, ...rest }) => {
      if (pluginData === "pure") return undefined;
      return { ...(await resolve(path, { ...rest, pluginData: "pure" })), sideEffects: false };
    });
  },
};

await build({
  entryPoints: { "editor/editor": "editor/editor.js", "lines/lines": "lines/lines.js" },
  outdir: out,
  bundle: true,
  minify: true,
  format: "esm",
  target: ["es2022"],
  plugins: [pure],
  legalComments: "eof",
  logLevel: "warning",
});
