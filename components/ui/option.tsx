import type { ReactNode } from "react";
import { classNames } from "./class-names";

type Props = { id: string; active: boolean; onChoose: () => void; tall?: boolean; children: ReactNode };

/** A row of what completes a field. The field keeps the focus and has the keys. */
export function Option({ id, active, onChoose, tall = false, children }: Props) {
	return (
		// biome-ignore lint/a11y/useKeyWithClickEvents: the keys go to the field, which has the focus
		<div
			id={id}
			role="option"
			tabIndex={-1}
			aria-selected={active}
			// The focus stays where one writes.
			onPointerDown={(event) => event.preventDefault()}
			onMouseDown={(event) => event.preventDefault()}
			onClick={onChoose}
			className={classNames(
				"flex cursor-pointer items-center gap-2.5 rounded-sm px-2.5 pointer-coarse:min-h-11",
				tall ? "min-h-10" : "min-h-9",
				active
					? "bg-selected [--ground:var(--surface-selected)]"
					: "[--ground:var(--surface-raised)] hover:bg-raised-hover",
			)}
		>
			{children}
		</div>
	);
}
