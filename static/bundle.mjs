// Bundles what is made of packages into one script each, for which only the pages that use it ask.
import { build } from "esbuild";

const [out] = process.argv.slice(2);

await build({
  entryPoints: { "editor/editor": "editor/editor.js", "lines/lines": "lines/lines.js" },
  outdir: out,
  bundle: true,
  minify: true,
  format: "esm",
  target: ["es2022"],
  legalComments: "eof",
  logLevel: "warning",
});
