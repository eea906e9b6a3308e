export function Mark({ size = 24, className = "text-accent" }: { size?: number; className?: string }) {
	return (
		<svg viewBox="0 0 32 32" width={size} height={size} aria-hidden="true" className={`shrink-0 ${className}`}>
			<path
				transform="translate(-.5 -.2)"
				fill="currentColor"
				fillRule="evenodd"
				d="M5 30V13.5A11.5 11.5 0 1 1 16.5 25H12.6a2 2 0 0 0-1.4.6L6.7 30.7A1 1 0 0 1 5 30z M16.5 8.2a5.3 5.3 0 1 0 0 10.6h4.3a1 1 0 0 0 1-1v-4.3a5.3 5.3 0 0 0-5.3-5.3z"
			/>
		</svg>
	);
}
