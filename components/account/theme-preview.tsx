import { classNames } from "@/components/ui/class-names";

/** The page in small, in a theme's own colours. */
export function ThemePreview({ theme }: { theme: "auto" | "light" | "dark" }) {
	const shape = "h-16 overflow-hidden rounded-md ring-1 ring-border-strong ring-inset";
	if (theme !== "auto") return <Page theme={theme} className={classNames("mb-1.5 w-full max-w-28", shape)} />;
	return (
		<span aria-hidden className={classNames("relative mb-1.5 w-full max-w-28", shape)}>
			<Page theme="light" className="absolute inset-0" />
			<Page theme="dark" className="absolute inset-0 [clip-path:polygon(100%_0,100%_100%,0_100%)]" />
		</span>
	);
}

function Page({ theme, className }: { theme: "light" | "dark"; className: string }) {
	return (
		<span aria-hidden data-theme={theme} className={classNames("flex bg-surface", className)}>
			<span className="flex w-1/3 flex-col gap-1.5 bg-sunken p-2">
				<span className="h-1 rounded-full bg-border-field" />
				<span className="h-1 w-3/4 rounded-full bg-accent" />
				<span className="h-1 rounded-full bg-border-field" />
			</span>
			<span className="flex flex-1 flex-col justify-end gap-1.5 p-2">
				<span className="h-1 w-4/5 rounded-full bg-text" />
				<span className="h-1 w-1/2 rounded-full bg-text" />
				<span className="mt-0.5 h-2.5 rounded-sm ring-1 ring-border-field ring-inset" />
			</span>
		</span>
	);
}
