"use client";
import { memo, type ReactNode, useEffect, useRef } from "react";
import { classNames } from "@/components/ui/class-names";

type Props = {
	id: string;
	chosen: boolean;
	icon: ReactNode;
	name: ReactNode;
	about?: ReactNode;
	end?: ReactNode;
	low?: boolean;
	onPoint: () => void;
	onPick: () => void;
};

/** One choice. The focus stays in the field; this only shows what Enter would open. */
export const SwitcherRow = memo(function SwitcherRow(props: Props) {
	const { id, chosen, icon, name, about, end, low, onPoint, onPick } = props;
	const row = useRef<HTMLDivElement>(null);
	useEffect(() => {
		if (chosen) row.current?.scrollIntoView({ block: "nearest" });
	}, [chosen]);
	return (
		// biome-ignore lint/a11y/useKeyWithClickEvents: the keys are the field's
		<div
			ref={row}
			id={id}
			role="option"
			tabIndex={-1}
			aria-selected={chosen}
			onPointerMove={onPoint}
			onClick={onPick}
			onMouseDown={(event) => event.preventDefault()}
			className={classNames(
				"flex cursor-pointer items-center gap-3 rounded-sm px-3 pointer-coarse:min-h-12",
				low ? "min-h-10" : "min-h-11",
				chosen && "bg-selected [--ground:var(--surface-selected)]",
			)}
		>
			<span className={classNames("grid w-5.5 shrink-0 place-items-center", chosen ? "text-accent" : "text-muted")}>
				{icon}
			</span>
			<span className="cut max-w-75 shrink-0 max-md:max-w-[60%]">{name}</span>
			<span className="cut flex-1 text-sm text-muted">{about}</span>
			{end}
		</div>
	);
});
