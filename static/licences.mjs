// Writes the licences of all that the jar is made of: a list for the help, and the texts. Fails on a licence that it does
// not know, and on a part without a text.
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";

const [jars, out] = process.argv.slice(2);

// The names under which the licences we may ship stand in poms and packages, by their name in SPDX.
const KNOWN = {
  "Apache-2.0": /^(the )?apache(-| )?(software )?(license,? ?)?,?\s?(version )?2(\.0)?$/i,
  "BSD-2-Clause": /^BSD[- ]2-Clause( License)?$/,
  // The licence of distributions of Eclipse is the same text.
  "BSD-3-Clause": /^(BSD-3-Clause|EDL 1\.0)$/,
  "EPL-2.0": /^(EPL[- ]2\.0)$/,
  "GPL-2.0-only WITH Classpath-exception-2.0": /^(GPL2 w\/ CPE|GPL-2\.0(-only)? WITH Classpath-exception-2\.0)$/i,
  "LGPL-2.1-or-later": /^GNU Lesser General Public License \(LGPL\), version 2\.1 or later$/,
  "0BSD": /^(0BSD|BSD-0-Clause)$/,
  ISC: /^ISC$/,
  MIT: /^MIT( License)?$/,
  "OFL-1.1": /^OFL-1\.1$/,
};

// Licences whose text is the same for all, each with a jar that brings it, for those that bring none.
const TEXT_IN = { "Apache-2.0": "commons-io", "EPL-2.0": "jakarta.annotation-api" };

function spdx(name) {
  return Object.keys(KNOWN).find((id) => KNOWN[id].test(name));
}

// The parts of an expression that stand beside each other, outside parentheses.
function parts(expression, operator) {
  const all = [];
  for (const part of expression.split(` ${operator} `)) {
    const last = all.at(-1);
    const isOpen = last !== undefined && last.split("(").length > last.split(")").length;
    if (isOpen) all[all.length - 1] = `${last} ${operator} ${part}`;
    else all.push(part);
  }
  return all;
}

// What we ship something under, of an expression as in SPDX: of "OR" whatever is known, of "AND" all or none.
function licence(expression) {
  const one = spdx(expression);
  if (one) return one;
  const choices = parts(expression, "OR");
  if (choices.length > 1) return joined(choices.map(licence).filter(Boolean), " or ");
  const together = parts(expression, "AND");
  if (together.length > 1) {
    const known = together.map(licence).filter(Boolean);
    const all = known.map((each) => (each.includes(" or ") ? `(${each})` : each));
    return known.length === together.length ? joined(all, " and ") : undefined;
  }
  const [, inside] = expression.match(/^\((.*)\)$/) ?? [];
  return inside && licence(inside);
}

function joined(licences, word) {
  return [...new Set(licences)].join(word) || undefined;
}

// Lines such as "(Apache-2.0) (EPL-2.0) Core :: HTTP (org.eclipse.jetty:jetty-http:12.1.12 - https://jetty.org)".
function shippedJars() {
  return readFileSync(jars, "utf8")
    .split("\n")
    .filter((line) => /^ +\(/.test(line))
    .map((line) => {
      const [, names, module] = line.match(/^ +((?:\((?:[^()]|\([^()]*\))*\) )+).*\(([^ ]+:[^ ]+:[^ ]+) - [^ ]*\)$/);
      const [group, artifact, version] = module.split(":");
      return {
        name: module,
        licences: [...names.matchAll(/\(((?:[^()]|\([^()]*\))*)\) /g)].map((match) => match[1]),
        hasText: textsOfJars(`${artifact}-${version}-jar`).length > 0 || existsSync(`${out}/${group}.txt`),
      };
    });
}

// The texts that jars bring whose folders begin so.
function textsOfJars(start) {
  if (!existsSync(`${out}/jars`)) return [];
  return readdirSync(`${out}/jars`, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => `${entry.parentPath ?? entry.path}/${entry.name}`)
    .filter((file) => file.startsWith(`${out}/jars/${start}`));
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
      return { name: `npm ${name}:${version}`, licences: license ? [license] : [], hasText: texts.length > 0 };
    });
}

mkdirSync(out, { recursive: true });
const all = [...shippedJars(), ...shippedPackages()];
const unknown = all.filter(({ licences }) => !licences.some(licence));
if (unknown.length > 0) {
  console.error(
    "The licence of these is not known; add it to static/licences.mjs if we may ship it, or leave them out:",
  );
  unknown.forEach(({ name, licences }) => console.error(`  ${name}: ${licences.join(", ") || "none given"}`));
  process.exit(1);
}
for (const [id, jar] of Object.entries(TEXT_IN)) {
  const [text] = textsOfJars(`${jar}-`).filter((file) => /LICENSE/.test(file));
  if (text) writeFileSync(`${out}/${id}.txt`, readFileSync(text));
}
const untold = all.filter(
  ({ hasText, licences }) => !hasText && !licences.map(licence).some((id) => existsSync(`${out}/${id}.txt`)),
);
if (untold.length > 0) {
  console.error(
    "These bring no text of their licence; add it to src/main/resources/licences/, named GROUP.txt, or leave them out:",
  );
  untold.forEach(({ name }) => console.error(`  ${name}`));
  process.exit(1);
}
// A jar that names several licences leaves the choice.
const rows = all.map(({ name, licences }) => `| ${name} | ${joined(licences.map(licence).filter(Boolean), " or ")} |`);
writeFileSync(`${out}/licences.md`, ["| Part | Licence |", "| --- | --- |", ...rows.sort(), ""].join("\n"));
