/** How many things are meant for me. The sentence that says so stands in the name of what carries it. */
export function Count({ count, className = "" }: { count: number; className?: string }) {
	if (count <= 0) return null;
	return (
		<span
			aria-hidden="true"
			className={`grid h-4.5 min-w-4.5 shrink-0 place-items-center rounded-full bg-signal px-1.25 text-2xs leading-none font-bold text-on-signal tabular-nums ${className}`}
		>
			{count > 99 ? "99+" : count}
		</span>
	);
}
