/** The look of every mail: tables and inline styles, because many mail programs drop the rest; the style block adds dark mode and small screens. */
import type { ReactNode } from "react";
import type { Language } from "../shared/languages.ts";

const FONT = "'Inter Variable',Inter,-apple-system,'Segoe UI',Roboto,Helvetica,Arial,sans-serif";
const INK = "#15211f";
const MUTED = "#4a5957";
const FAINT = "#5c6a68";
const LINK = "#0a666d";

/** What the text part leaves out, by a rule of the renderer. */
const NOT_IN_TEXT = { "data-skip-in-text": "true" };

const STYLE = `
:root { color-scheme: light dark; }
@media (max-width: 600px) { .outer { padding: 0 !important; } .sheet { border-radius: 0 !important; } .pad { padding-inline: 20px !important; } .go { display: block !important; text-align: center !important; } }
@media (prefers-color-scheme: dark) {
  body, .ground { background: #101415 !important; } .sheet { background: #161b1c !important; border-color: #252d2e !important; }
  .t { color: #e4eae8 !important; } .m { color: #a9b5b2 !important; } .f { color: #8c9a97 !important; } .l { color: #6cc7c9 !important; }
  .rule { border-color: #252d2e !important; }
  .go { background: #4fb9bd !important; color: #04201f !important; }
}`;

type SheetProps = {
	language: Language;
	siteName: string;
	siteUrl: string;
	preview: string;
	footer: string;
	children: ReactNode;
};

export function Sheet({ language, siteName, siteUrl, preview, footer, children }: SheetProps) {
	return (
		<html lang={language} dir="ltr">
			{/* biome-ignore lint/style/noHeadElement: a mail is no page of Next */}
			<head>
				<meta charSet="utf-8" />
				<meta name="viewport" content="width=device-width, initial-scale=1" />
				<meta name="color-scheme" content="light dark" />
				<meta name="supported-color-schemes" content="light dark" />
				<title>{preview}</title>
				<style>{STYLE}</style>
			</head>
			<body style={{ margin: 0, padding: 0, background: "#f2f5f4" }}>
				{/* What lists of mails show beside the subject; the text part leaves it out. */}
				<div {...NOT_IN_TEXT} style={{ display: "none", maxHeight: 0, overflow: "hidden" }}>
					{preview}
				</div>
				<Table className="ground" width="100%" style={{ background: "#f2f5f4" }}>
					<td className="outer" align="center" style={{ padding: "32px 16px" }}>
						<Table
							className="sheet"
							width={600}
							style={{
								width: "100%",
								maxWidth: 600,
								background: "#ffffff",
								border: "1px solid #e1e7e5",
								borderRadius: 12,
								borderCollapse: "separate",
								fontFamily: FONT,
							}}
						>
							<td className="pad" style={{ padding: "24px 32px 28px" }}>
								<div className="t" style={{ fontSize: 15, lineHeight: "28px", fontWeight: 600, color: INK }}>
									{siteName}
								</div>
								{children}
								<div
									className="rule f"
									style={{
										marginTop: 28,
										borderTop: "1px solid #e1e7e5",
										paddingTop: 18,
										fontSize: 13,
										lineHeight: "20px",
										color: FAINT,
									}}
								>
									{footer}
								</div>
							</td>
						</Table>
						<div
							className="f"
							style={{ maxWidth: 600, padding: 16, fontFamily: FONT, fontSize: 12, lineHeight: "18px", color: FAINT }}
						>
							{new URL(siteUrl).host}
						</div>
					</td>
				</Table>
			</body>
		</html>
	);
}

type TableProps = { className?: string; width?: string | number; style?: React.CSSProperties; children: ReactNode };

function Table({ children, ...props }: TableProps) {
	return (
		<table role="presentation" cellPadding={0} cellSpacing={0} border={0} {...props}>
			<tbody>
				<tr>{children}</tr>
			</tbody>
		</table>
	);
}

export function Heading({ children }: { children: ReactNode }) {
	return (
		<h1
			className="t"
			style={{
				margin: 0,
				padding: "24px 0 0",
				fontSize: 22,
				lineHeight: "28px",
				fontWeight: 600,
				letterSpacing: -0.3,
				color: INK,
			}}
		>
			{children}
		</h1>
	);
}

export function Paragraph({ children }: { children: ReactNode }) {
	return (
		<p className="m" style={{ margin: 0, padding: "10px 0 0", fontSize: 15, lineHeight: "22px", color: MUTED }}>
			{children}
		</p>
	);
}

/** The one thing to do; below it the address, for who sees no button or wants to look before. */
export function Action({ href, children }: { href: string; children: ReactNode }) {
	return (
		<>
			<div style={{ paddingTop: 20 }}>
				<a
					className="go"
					href={href}
					style={{
						display: "inline-block",
						background: "#0b6b72",
						color: "#ffffff",
						fontSize: 15,
						lineHeight: "20px",
						fontWeight: 600,
						textDecoration: "none",
						padding: "10px 18px",
						borderRadius: 8,
					}}
				>
					{children}
				</a>
			</div>
			<div
				className="f"
				{...NOT_IN_TEXT}
				style={{ paddingTop: 12, fontSize: 13, lineHeight: "20px", color: FAINT, overflowWrap: "anywhere" }}
			>
				<a className="l" href={href} style={{ color: LINK, textDecoration: "none" }}>
					{href}
				</a>
			</div>
		</>
	);
}

/** What is so, in two columns: name and value. */
export function Facts({ facts }: { facts: [name: string, value: string][] }) {
	return (
		<table role="presentation" cellPadding={0} cellSpacing={0} border={0} style={{ marginTop: 16 }}>
			<tbody>
				{facts.map(([name, value]) => (
					<tr key={name}>
						<td
							className="f"
							style={{
								padding: "3px 16px 3px 0",
								fontSize: 13,
								lineHeight: "20px",
								color: FAINT,
								verticalAlign: "top",
							}}
						>
							{name}
						</td>
						<td
							className="t"
							dir="auto"
							style={{ fontSize: 15, lineHeight: "22px", color: INK, overflowWrap: "anywhere" }}
						>
							{value}
						</td>
					</tr>
				))}
			</tbody>
		</table>
	);
}
