import type { ReactNode } from "react";

/** Its size, which it has before anything is in it. */
export function PickerFrame({ children }: { children?: ReactNode }) {
	return (
		<div className="flex h-100 max-h-[60dvh] w-90 max-w-full flex-col max-md:-mx-3 max-md:w-auto max-md:max-w-none">
			{children}
		</div>
	);
}
