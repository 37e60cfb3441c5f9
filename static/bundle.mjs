// Bundles the editor with the packages it is made of into one script, of which only the pages with an editor ask.
import { build } from "esbuild";

const [out] = process.argv.slice(2);

await build({
  entryPoints: ["editor/editor.js"],
  outfile: `${out}/editor.js`,
  bundle: true,
  minify: true,
  format: "esm",
  target: ["es2022"],
  legalComments: "eof",
  logLevel: "warning",
});
