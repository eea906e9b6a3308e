"use client";
import { type ComponentProps, type FormEvent, useEffect, useRef } from "react";

type Props = Omit<ComponentProps<"form">, "onSubmit"> & {
	onSend: (fields: FormData) => void;
	/** Whatever is thrown new each time the form was refused. */
	error?: unknown;
};

/** A form that the page sends itself. When it is refused, the first field that is wrong gets the focus. */
export function Form({ onSend, error, ...rest }: Props) {
	const form = useRef<HTMLFormElement>(null);
	useEffect(() => {
		if (error) form.current?.querySelector<HTMLElement>("[aria-invalid=true]")?.focus();
	}, [error]);
	function send(event: FormEvent<HTMLFormElement>) {
		event.preventDefault();
		onSend(new FormData(event.currentTarget));
	}
	return <form ref={form} noValidate onSubmit={send} {...rest} />;
}

export function text(fields: FormData, name: string): string {
	const value = fields.get(name);
	return typeof value === "string" ? value : "";
}
