/** Colours for code: loaded when the first fence names a language, and each language when it is named. */
import type { LanguageFn } from "highlight.js";
import { createLowlight } from "lowlight";

const lowlight = createLowlight();

type Grammar = () => Promise<{ default: LanguageFn }>;

/** A language and what people call it behind the fence. */
const grammars: [names: string, Grammar][] = [
	["bash sh shell zsh", () => import("highlight.js/lib/languages/bash")],
	["console shellsession", () => import("highlight.js/lib/languages/shell")],
	["c h", () => import("highlight.js/lib/languages/c")],
	["cpp c++ cc hpp", () => import("highlight.js/lib/languages/cpp")],
	["csharp cs c#", () => import("highlight.js/lib/languages/csharp")],
	["clojure clj", () => import("highlight.js/lib/languages/clojure")],
	["css", () => import("highlight.js/lib/languages/css")],
	["dart", () => import("highlight.js/lib/languages/dart")],
	["diff patch", () => import("highlight.js/lib/languages/diff")],
	["dockerfile docker", () => import("highlight.js/lib/languages/dockerfile")],
	["elixir ex exs", () => import("highlight.js/lib/languages/elixir")],
	["erlang erl", () => import("highlight.js/lib/languages/erlang")],
	["go golang", () => import("highlight.js/lib/languages/go")],
	["graphql gql", () => import("highlight.js/lib/languages/graphql")],
	["groovy gradle", () => import("highlight.js/lib/languages/groovy")],
	["haskell hs", () => import("highlight.js/lib/languages/haskell")],
	["http", () => import("highlight.js/lib/languages/http")],
	["ini toml conf cfg", () => import("highlight.js/lib/languages/ini")],
	["java", () => import("highlight.js/lib/languages/java")],
	["javascript js jsx mjs cjs", () => import("highlight.js/lib/languages/javascript")],
	["json json5 jsonc", () => import("highlight.js/lib/languages/json")],
	["julia jl", () => import("highlight.js/lib/languages/julia")],
	["kotlin kt kts", () => import("highlight.js/lib/languages/kotlin")],
	["latex tex", () => import("highlight.js/lib/languages/latex")],
	["less", () => import("highlight.js/lib/languages/less")],
	["lua", () => import("highlight.js/lib/languages/lua")],
	["makefile make mk", () => import("highlight.js/lib/languages/makefile")],
	["markdown md", () => import("highlight.js/lib/languages/markdown")],
	["matlab", () => import("highlight.js/lib/languages/matlab")],
	["nginx", () => import("highlight.js/lib/languages/nginx")],
	["nix", () => import("highlight.js/lib/languages/nix")],
	["objectivec objc", () => import("highlight.js/lib/languages/objectivec")],
	["ocaml ml", () => import("highlight.js/lib/languages/ocaml")],
	["perl pl", () => import("highlight.js/lib/languages/perl")],
	["php", () => import("highlight.js/lib/languages/php")],
	["powershell ps1", () => import("highlight.js/lib/languages/powershell")],
	["properties env", () => import("highlight.js/lib/languages/properties")],
	["protobuf proto", () => import("highlight.js/lib/languages/protobuf")],
	["python py", () => import("highlight.js/lib/languages/python")],
	["r", () => import("highlight.js/lib/languages/r")],
	["ruby rb", () => import("highlight.js/lib/languages/ruby")],
	["rust rs", () => import("highlight.js/lib/languages/rust")],
	["scala", () => import("highlight.js/lib/languages/scala")],
	["scss sass", () => import("highlight.js/lib/languages/scss")],
	["sql mysql postgresql pgsql sqlite", () => import("highlight.js/lib/languages/sql")],
	["swift", () => import("highlight.js/lib/languages/swift")],
	["typescript ts tsx mts cts", () => import("highlight.js/lib/languages/typescript")],
	["vim", () => import("highlight.js/lib/languages/vim")],
	["xml html svg xhtml vue svelte", () => import("highlight.js/lib/languages/xml")],
	["yaml yml", () => import("highlight.js/lib/languages/yaml")],
];

/** A piece of code, and which of our five colours it has. */
export type Piece = { text: string; colour: Colour | undefined };
export type Colour = "keyword" | "string" | "number" | "comment" | "function";

type Colours = Record<string, Colour | undefined>;

/** What is a key in data is a mere name in these. */
const PROGRAMS = ["javascript", "typescript"];

/** The last part of the highlighter's names, of which it has many more than we have colours. */
const colours: Colours = {
	keyword: "keyword",
	built_in: "keyword",
	tag: "keyword",
	name: "keyword",
	literal: "keyword",
	meta: "keyword",
	section: "keyword",
	"selector-tag": "keyword",
	string: "string",
	regexp: "string",
	symbol: "string",
	addition: "string",
	link: "string",
	quote: "string",
	number: "number",
	bullet: "number",
	variable: "number",
	attribute: "number",
	deletion: "number",
	comment: "comment",
	doctag: "comment",
	"title function_": "function",
	property: "function",
	attr: "function",
	"selector-class": "function",
	"selector-id": "function",
};

/** @returns undefined when the language is none that we know */
export async function highlight(language: string, text: string): Promise<Piece[] | undefined> {
	const [names, load] = grammars.find(([names]) => names.split(" ").includes(language)) ?? [];
	const [name] = names?.split(" ") ?? [];
	if (!name || !load) return undefined;
	if (!lowlight.registered(name)) lowlight.register(name, (await load()).default);
	const known = PROGRAMS.includes(name) ? { ...colours, attr: undefined } : colours;
	return lowlight.highlight(name, text).children.flatMap((node) => piecesOf(node, known));
}

type Node = ReturnType<typeof lowlight.highlight>["children"][number];

function piecesOf(node: Node, known: Colours, outer?: Colour): Piece[] {
	if (node.type === "text") return [{ text: node.value, colour: outer }];
	if (node.type !== "element") return [];
	const colour = colourOf(node.properties.className, known) ?? outer;
	return node.children.flatMap((child) => (child.type === "comment" ? [] : piecesOf(child, known, colour)));
}

function colourOf(classes: unknown, known: Colours): Colour | undefined {
	const names = Array.isArray(classes) ? classes.join(" ").replace(/^hljs-/, "") : "";
	return known[names] ?? known[names.split(" ")[0] ?? ""];
}
