"use client";
import { type ReactNode, useEffect, useRef, useState } from "react";

/** What is wider than its place scrolls in its own box; only then is the box a stop for the keyboard. */
export function Sideways({ className, children }: { className: string; children: ReactNode }) {
	const box = useRef<HTMLDivElement>(null);
	const [wide, setWide] = useState(false);
	useEffect(() => {
		const shown = box.current;
		if (!shown) return;
		const observer = new ResizeObserver(() => setWide(shown.scrollWidth > shown.clientWidth));
		observer.observe(shown);
		return () => observer.disconnect();
	}, []);
	return (
		<div
			ref={box}
			tabIndex={wide ? 0 : undefined}
			className={`max-w-full overflow-x-auto focus-visible:-outline-offset-2 ${className}`}
		>
			{children}
		</div>
	);
}
