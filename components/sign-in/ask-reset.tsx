"use client";
import { useMutation } from "@tanstack/react-query";
import Link from "next/link";
import { useTranslations } from "use-intl";
import { Button } from "@/components/ui/button";
import { Form, text } from "@/components/ui/form";
import { Note } from "@/components/ui/note";
import { TextField } from "@/components/ui/text-field";
import { useFieldErrors, useSentenceOf } from "@/components/words/use-sentence-of";
import { askPasswordReset } from "@/lib/client/api";
import { useServer } from "@/lib/client/rooms";
import { MAX_EMAIL_LENGTH } from "@/lib/shared/limits";
import { Told } from "./told";

/** Asks for a link by mail; what it answers does not tell who has an account. */
export function AskReset() {
	const t = useTranslations("signIn");
	const sentenceOf = useSentenceOf();
	const fieldErrors = useFieldErrors();
	const { data: server } = useServer();
	const asked = useMutation({
		async mutationFn(fields: FormData) {
			const email = text(fields, "email").trim();
			await askPasswordReset(email);
			return email;
		},
	});
	const errors = fieldErrors(asked.error);
	if (server && !server.passwordReset) {
		return (
			<Told
				title={t("reset.off")}
				text={t("reset.offText", { site: server.name })}
				href="/login"
				verb={t("reset.back")}
			/>
		);
	}
	if (asked.isSuccess) {
		return (
			<Told
				title={t("reset.sentTitle")}
				text={t("reset.sent", { email: asked.data })}
				href="/login"
				verb={t("reset.back")}
			>
				<Button look="plain" size="wide" onClick={() => asked.reset()}>
					{t("reset.again")}
				</Button>
			</Told>
		);
	}
	return (
		<>
			<title>{t("reset.title")}</title>
			<h1 className="text-2xl tracking-tight">{t("reset.title")}</h1>
			<p className="mt-1.5 text-muted">{t("reset.text")}</p>
			<Form onSend={(fields) => asked.mutate(fields)} error={asked.error} className="mt-5 grid gap-4.5">
				{asked.isError && !errors.email && <Note tone="danger">{sentenceOf(asked.error)}</Note>}
				<TextField
					label={t("reset.email")}
					name="email"
					type="email"
					big
					required
					autoFocus
					autoComplete="email"
					maxLength={MAX_EMAIL_LENGTH}
					error={errors.email}
				/>
				<Button type="submit" look="main" size="wide" busy={asked.isPending} className="mt-1.5">
					{t("reset.verb")}
				</Button>
			</Form>
			<p className="mt-5 text-center text-ui">
				<Link href="/login" className="font-medium text-link hover:underline">
					{t("reset.back")}
				</Link>
			</p>
		</>
	);
}
