"use client";
import { type ReactNode, useEffect, useState } from "react";
import type { Piece } from "./highlight";

/** Longer code takes the page longer than its colours are worth. */
const LONGEST = 20_000;
const KEPT = 100;
const kept = new Map<string, Piece[]>();

/** Code with its colours; without them until they are there, which changes no size. */
export function useHighlighted(language: string | undefined, text: string): ReactNode {
	const key = `${language} ${text}`;
	const [, setArrived] = useState("");
	const pieces = kept.get(key);
	const wanted = language !== undefined && pieces === undefined && text.length <= LONGEST;

	useEffect(() => {
		if (!wanted) return;
		let gone = false;
		void piecesOf(language, text).then((found) => {
			keep(key, found);
			if (!gone) setArrived(key);
		});
		return () => {
			gone = true;
		};
	}, [wanted, key, language, text]);

	if (!pieces) return text;
	return pieces.map(({ text, colour }, at) =>
		colour ? (
			// biome-ignore lint/suspicious/noArrayIndexKey: pieces of one text do not move
			<span key={at} style={{ color: `var(--code-${colour})` }}>
				{text}
			</span>
		) : (
			text
		),
	);
}

async function piecesOf(language: string, text: string): Promise<Piece[]> {
	const plain = [{ text, colour: undefined }];
	try {
		const { highlight } = await import("./highlight");
		return (await highlight(language, text)) ?? plain;
	} catch {
		// Colours could not be fetched: the code is the same without.
		return plain;
	}
}

function keep(key: string, pieces: Piece[]): void {
	kept.set(key, pieces);
	const [oldest] = kept.keys();
	if (kept.size > KEPT && oldest !== undefined) kept.delete(oldest);
}
