"use client";
import { type ComponentType, useEffect, useState } from "react";
import { late } from "./late";

/** In the place of what is being fetched; with `onRetry`, of what could not be. */
export type Waiting<Props> = ComponentType<Props & { onRetry?: (() => void) | undefined }>;

export type LateComponent<Props> = ComponentType<Props> & { load: () => Promise<unknown> };

/**
 * A component that is fetched when it is first drawn, or before by `load`. Unlike what next/dynamic and React.lazy make, it can be
 * fetched again when that failed, and its failure is nobody else's.
 */
export function lateComponent<Props extends object>(
	load: () => Promise<ComponentType<Props>>,
	Waiting: Waiting<Props>,
): LateComponent<Props> {
	const piece = late(load);
	function Late(props: Props) {
		const [Piece, setPiece] = useState(() => piece.held());
		const [failed, setFailed] = useState(false);
		useEffect(() => {
			if (Piece || failed) return;
			let gone = false;
			void piece.fetch().then((fetched) => {
				if (gone) return;
				setPiece(() => fetched);
				setFailed(!fetched);
			});
			return () => {
				gone = true;
			};
		}, [Piece, failed]);
		if (Piece) return <Piece {...props} />;
		return <Waiting {...props} onRetry={failed ? () => setFailed(false) : undefined} />;
	}
	return Object.assign(Late, { load: piece.fetch });
}
