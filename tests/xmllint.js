// Holds XML against an XML Schema: node xmllint.js SCHEMA FILE…; prints what is wrong, as a list in JSON.

const { readFileSync } = require("node:fs");
const { validateXML } = require("xmllint-wasm");

const [schema, ...files] = process.argv.slice(2);
const xml = files.map((file) => ({ fileName: file, contents: readFileSync(file, "utf8") }));

validateXML({ xml, schema: readFileSync(schema, "utf8") }).then((outcome) =>
  console.log(JSON.stringify(outcome.errors.map((error) => error.rawMessage))),
);
