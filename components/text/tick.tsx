"use client";
import { Square, SquareCheckBig } from "lucide-react";
import { useTranslations } from "use-intl";
import { classNames } from "@/components/ui/class-names";

/** Of a task in a list. */
export function Tick({ done }: { done: boolean }) {
	const t = useTranslations("messages");
	const Icon = done ? SquareCheckBig : Square;
	return (
		<Icon
			size={16}
			strokeWidth={1.75}
			role="img"
			aria-label={done ? t("text.done") : t("text.toDo")}
			className={classNames("absolute -start-5.5 top-0.75", done ? "text-accent" : "text-faint")}
		/>
	);
}
