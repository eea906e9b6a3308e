"use client";
import { Eye, EyeOff } from "lucide-react";
import { type ComponentProps, useId, useState } from "react";
import { useTranslations } from "use-intl";
import { classNames } from "./class-names";
import { IconButton } from "./icon-button";
import { describedBy, Labelled, type LabelledProps } from "./labelled";

type Big = { big?: boolean };

export function TextField({
	label,
	hint,
	help,
	error,
	big,
	className,
	...rest
}: LabelledProps & Big & ComponentProps<"input">) {
	const id = useId();
	return (
		<Labelled id={id} label={label} hint={hint} help={help} error={error}>
			<input
				id={id}
				{...describedBy(id, { hint, help, error })}
				{...rest}
				className={classNames(height(big), className)}
			/>
		</Labelled>
	);
}

export function PasswordField({
	label,
	hint,
	help,
	error,
	big,
	className,
	...rest
}: LabelledProps & Big & ComponentProps<"input">) {
	const id = useId();
	const t = useTranslations("common");
	const [shown, setShown] = useState(false);
	return (
		<Labelled id={id} label={label} hint={hint} help={help} error={error}>
			<div className="relative">
				<input
					id={id}
					type={shown ? "text" : "password"}
					autoCapitalize="none"
					spellCheck={false}
					{...describedBy(id, { hint, help, error })}
					{...rest}
					className={classNames(height(big), "pe-11", className)}
				/>
				<IconButton
					icon={shown ? EyeOff : Eye}
					label={shown ? t("hidePassword") : t("showPassword")}
					aria-pressed={shown}
					onClick={() => setShown(!shown)}
					className="absolute inset-y-0 end-1 my-auto"
				/>
			</div>
		</Labelled>
	);
}

export function TextArea({ label, hint, help, error, className, ...rest }: LabelledProps & ComponentProps<"textarea">) {
	const id = useId();
	return (
		<Labelled id={id} label={label} hint={hint} help={help} error={error}>
			<textarea
				id={id}
				rows={3}
				{...describedBy(id, { hint, help, error })}
				{...rest}
				className={classNames("field block py-2", className)}
			/>
		</Labelled>
	);
}

function height(big = false): string {
	return classNames("field", big ? "h-10.5 text-base max-md:h-12" : "h-(--control-height)");
}
