import type { ReactNode } from "react";
import { Mark } from "@/components/ui/logo";

/** A page that only says something: nothing here, nothing works, nobody may. */
export function Message({ title, text, children }: { title: string; text: ReactNode; children?: ReactNode }) {
	return (
		<main className="grid min-h-dvh place-items-center bg-sunken p-6">
			<title>{title}</title>
			<div className="max-w-110 text-center">
				<Mark size={40} className="mx-auto text-accent" />
				<h1 className="mt-6 text-2xl tracking-tight">{title}</h1>
				<p className="mt-2 text-muted wrap-anywhere">{text}</p>
				{children && <div className="mt-6 flex flex-wrap justify-center gap-2">{children}</div>}
			</div>
		</main>
	);
}
