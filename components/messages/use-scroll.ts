"use client";
import { type PointerEvent, useEffect, useEffectEvent, useLayoutEffect, useRef, useState } from "react";
import { type Drawn, drawnAround, drawnAtEnd, narrowed, reaches, rowsIn, widened } from "./drawn";
import { around, rowElement, type Span, type Standing, seenSpan, standings, topIn } from "./on-screen";
import type { Row } from "./rows";

/** Where a list begins: at its end, or with a row in its place. */
export type Start = "end" | Standing[] | { id: string; align: "third" | "middle"; focus?: boolean };

type Options = {
	rows: Row[];
	hasBefore: boolean;
	hasAfter: boolean;
	start: Start;
	/** What is held comes to its end. */
	onEdge: (side: "before" | "after") => void;
	/** After each change of what is seen. */
	onSeen: (span: Span | undefined, atEnd: boolean) => void;
	/** The list goes away. */
	onLeave: (place: "end" | Standing[]) => void;
};

/** Nearer to the lower edge than this, the list follows what is new. */
const END_PX = 8;
/** Drawn beyond what is seen, so that one that scrolls meets no edge; more is asked for in time. */
const DRAWN_PX = 1_200;
const HELD_PX = 1_600;
/** Until then one who only passes through pays for what is seen; whoever scrolls sooner gets more at once. */
const DRAWS_MORE_AFTER_MS = 250;
/** What is further away than this goes out of the page, down to a part of it. */
const FAR_PX = 7_000;
const KEPT_PX = 4_000;
/** What grows this soon after somebody touched it was asked to: its beginning stays where it is. */
const TOUCHED_FOR_MS = 600;

/**
 * The place of a list that is longer than the page should hold. Its box is a column from the lower edge up, so that at the end
 * the browser itself follows what is new and what grows, and older rows need no correction. Everywhere else the rows that are
 * seen stay where they are: they are remembered after each scrolling, and put back after each change, before it is painted.
 */
export function useScroll({ rows, hasBefore, hasAfter, start, onEdge, onSeen, onLeave }: Options) {
	const box = useRef<HTMLDivElement>(null);
	const content = useRef<HTMLDivElement>(null);
	const place = useRef<"end" | Standing[]>("end");
	const next = useRef(start);
	const isPlaced = useRef(false);
	const hasScrolled = useRef(false);
	const drawsMore = useRef(false);
	/** Where the box was scrolled to when its rows were remembered. */
	const known = useRef(0);
	const touched = useRef<Standing & { at: number }>(undefined);
	const [drawn, setDrawn] = useState<Drawn>(() => firstDrawn(rows, start));
	const [atEnd, setAtEnd] = useState(start === "end" && !hasAfter);

	function isAtEnd(shown: HTMLElement): boolean {
		return shown.scrollTop > -END_PX && !hasAfter && reaches(rows, drawn, "after");
	}

	function hasMoved(shown: HTMLElement): boolean {
		return Math.abs(shown.scrollTop - known.current) >= 1;
	}

	function moveTo(shown: HTMLElement, top: number): void {
		shown.scrollTop = top;
		known.current = shown.scrollTop;
	}

	function remember(): void {
		const shown = box.current;
		if (!shown) return;
		known.current = shown.scrollTop;
		place.current = isAtEnd(shown) ? "end" : standings(shown);
	}

	/** Puts the first of the remembered rows that is still there where it was. */
	function settle(standing: "end" | Standing[]): void {
		const shown = box.current;
		if (!shown) return;
		if (standing === "end") {
			if (shown.scrollTop !== 0) moveTo(shown, 0);
			return;
		}
		for (const { id, top } of standing) {
			const row = rowElement(shown, id);
			if (!row) continue;
			const wanted = shown.scrollTop + topIn(shown, row) - top;
			if (Math.abs(wanted - shown.scrollTop) < 0.5) return;
			moveTo(shown, wanted);
			// There is nothing to scroll to: what is seen now is what counts.
			if (Math.abs(wanted - shown.scrollTop) > 1) remember();
			return;
		}
		remember();
	}

	function begin(shown: HTMLElement): void {
		isPlaced.current = true;
		const first = next.current;
		if (first === "end" || Array.isArray(first)) {
			settle(first);
		} else {
			const row = rowElement(shown, first.id);
			if (row) settle([{ id: first.id, top: topFor(first.align, shown, row) }]);
			if (row && first.focus) row.querySelector<HTMLElement>("[data-message]")?.focus({ preventScroll: true });
		}
		remember();
		setAtEnd(isAtEnd(shown));
	}

	const report = useEffectEvent(() => {
		const shown = box.current;
		if (!shown || !content.current) return;
		const end = isAtEnd(shown);
		setAtEnd(end);
		onSeen(seenSpan(shown), end);
		const { above, below } = around(shown, content.current);
		const near = hasScrolled.current ? HELD_PX : 0;
		if (!drawsMore.current && !hasScrolled.current) return;
		if (above < DRAWN_PX) setDrawn((now) => widened(rows, now, "before", !hasAfter));
		if (below < DRAWN_PX) setDrawn((now) => widened(rows, now, "after", !hasAfter));
		if (above < near && hasBefore && reaches(rows, drawn, "before")) onEdge("before");
		if (below < near && hasAfter && reaches(rows, drawn, "after")) onEdge("after");
		if (above > FAR_PX) setDrawn((now) => narrowed(now, "before", shown, KEPT_PX));
		if (below > FAR_PX) setDrawn((now) => narrowed(now, "after", shown, KEPT_PX));
	});

	useLayoutEffect(() => {
		if (!box.current) return;
		if (!isPlaced.current) begin(box.current);
		// The focus went to a row that was out of sight, and the browser has not told yet that it scrolled there. At the upper
		// limit it was not scrolled, but pushed: rows below went out of the page.
		else if (hasMoved(box.current) && !isAtLimit(box.current)) remember();
		else settle(place.current);
	});

	// After the first painting: what is out of sight can wait.
	// biome-ignore lint/correctness/useExhaustiveDependencies: looked at again whenever what is drawn has changed
	useEffect(() => {
		const frame = requestAnimationFrame(() => setTimeout(report));
		return () => cancelAnimationFrame(frame);
	}, [rows, drawn, hasBefore, hasAfter]);

	useEffect(() => {
		const timer = setTimeout(() => {
			drawsMore.current = true;
			report();
		}, DRAWS_MORE_AFTER_MS);
		return () => clearTimeout(timer);
	}, []);

	const resized = useEffectEvent(() => {
		const hold = touched.current;
		if (hold && performance.now() - hold.at < TOUCHED_FOR_MS) {
			settle([hold]);
			remember();
		} else {
			settle(place.current);
		}
		report();
	});
	useEffect(() => {
		const watcher = new ResizeObserver(() => resized());
		for (const part of [box.current, content.current]) if (part) watcher.observe(part);
		return () => watcher.disconnect();
	}, []);

	const left = useEffectEvent(() => onLeave(place.current));
	useEffect(() => () => left(), []);

	return {
		box,
		content,
		atEnd,
		shownRows: rowsIn(rows, drawn),
		fromFirst: reaches(rows, drawn, "before"),
		toLast: reaches(rows, drawn, "after"),
		report,
		onScroll() {
			const shown = box.current;
			if (!shown) return;
			if (hasMoved(shown)) {
				hasScrolled.current = true;
				remember();
			}
			report();
		},
		onPointerDown({ target }: PointerEvent) {
			const row = target instanceof Element ? target.closest<HTMLElement>("[data-row]") : null;
			if (!row || !box.current) return;
			touched.current = { id: row.dataset.row ?? "", top: topIn(box.current, row), at: performance.now() };
		},
		/** A row that is held comes into the middle, and gets the focus. */
		toRow(id: string) {
			isPlaced.current = false;
			next.current = { id, align: "middle", focus: true };
			setDrawn({ ...drawnAround(rows, id, window.innerHeight) });
		},
		toEnd() {
			settle("end");
			place.current = "end";
			setDrawn(drawnAtEnd(rows, window.innerHeight));
		},
	};
}

/** Scrolled as far up as what is drawn allows. */
function isAtLimit({ scrollTop, scrollHeight, clientHeight }: HTMLElement): boolean {
	return scrollTop + scrollHeight - clientHeight < 1;
}

function firstDrawn(rows: Row[], start: Start): Drawn {
	const height = window.innerHeight;
	const id = start === "end" ? undefined : Array.isArray(start) ? start[0]?.id : start.id;
	return id === undefined ? drawnAtEnd(rows, height) : drawnAround(rows, id, height);
}

/** A target in the middle, the first unread message with what was said before it above. */
function topFor(align: "third" | "middle", box: HTMLElement, row: HTMLElement): number {
	if (align === "third") return box.clientHeight * 0.25;
	return Math.max(0, (box.clientHeight - row.offsetHeight) / 2);
}
