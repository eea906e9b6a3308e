/** On one line. What gets no place is left out before the end, so that one sees what kind of file it is. */
export function FileName({ name, className = "" }: { name: string; className?: string }) {
	const at = Math.max(0, name.length - END);
	// Nothing is cut within a letter that takes two units.
	const cut = /[\uDC00-\uDFFF]/.test(name[at] ?? "") ? at - 1 : at;
	return (
		<bdi title={name} className={`flex min-w-0 ${className}`}>
			<span className="cut shrink">{name.slice(0, cut)}</span>
			<span className="shrink-0 whitespace-pre">{name.slice(cut)}</span>
		</bdi>
	);
}

const END = 10;
