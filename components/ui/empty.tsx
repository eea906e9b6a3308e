import type { LucideIcon } from "lucide-react";
import type { ReactNode } from "react";

type Props = { icon: LucideIcon; title: string; text: ReactNode; children?: ReactNode; level?: "h1" | "h2" };

/** What a list that has nothing is for, and the first step. */
export function Empty({ icon: Icon, title, text, children, level: Heading = "h2" }: Props) {
	return (
		<div className="mx-auto flex max-w-96 flex-col items-center px-6 py-10 text-center">
			<div className="grid size-14 place-items-center rounded-person bg-accent-soft text-on-accent-soft">
				<Icon size={24} strokeWidth={1.75} aria-hidden />
			</div>
			<Heading className="mt-4 text-lg tracking-tight wrap-anywhere">{title}</Heading>
			<p className="mt-1 text-ui text-balance text-muted wrap-anywhere">{text}</p>
			{children && <div className="mt-4 flex flex-wrap justify-center gap-2">{children}</div>}
		</div>
	);
}
