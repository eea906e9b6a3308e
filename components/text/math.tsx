export function InlineMath({ source }: { source: string }) {
	return <code dir="ltr">{source}</code>;
}
export function BlockMath({ source }: { source: string }) {
	return <pre dir="ltr">{source}</pre>;
}
