"use client";
import { useEffect, useRef, useState } from "react";
import { Sideways } from "./sideways";

type Props = { source: string };

export function InlineMath({ source }: Props) {
	return <Drawn source={source} display={false} />;
}

export function BlockMath({ source }: Props) {
	return (
		<Sideways className="py-1">
			<Drawn source={source} display />
		</Sideways>
	);
}

/** The source until it is drawn, and where it cannot be. */
function Drawn({ source, display }: Props & { display: boolean }) {
	const place = useRef<HTMLSpanElement>(null);
	const [drawn, setDrawn] = useState<string>();
	const isDrawn = drawn === source;

	useEffect(() => {
		let gone = false;
		void import("./draw-math")
			.then(({ drawMath }) => {
				if (gone || !place.current) return;
				drawMath(source, place.current, display);
				setDrawn(source);
			})
			.catch(() => {});
		return () => {
			gone = true;
		};
	}, [source, display]);

	return (
		<span dir="ltr" className={display ? "block" : undefined}>
			{!isDrawn && <code className="font-mono text-[0.867em] whitespace-pre-wrap">{source}</code>}
			{/* Filled by hand: nothing of React's is in it. */}
			<span ref={place} hidden={!isDrawn} />
		</span>
	);
}
