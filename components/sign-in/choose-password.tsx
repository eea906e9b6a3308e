"use client";
import { useMutation, useQuery } from "@tanstack/react-query";
import { useTranslations } from "use-intl";
import { Button } from "@/components/ui/button";
import { Form, text } from "@/components/ui/form";
import { Note } from "@/components/ui/note";
import { SkeletonRows } from "@/components/ui/skeleton";
import { PasswordField } from "@/components/ui/text-field";
import { NotLoaded } from "@/components/words/not-loaded";
import { useFieldErrors, useSentenceOf } from "@/components/words/use-sentence-of";
import { checkPasswordReset, resetPassword } from "@/lib/client/api";
import { ClientError } from "@/lib/client/errors";
import { useServer } from "@/lib/client/rooms";
import { MAX_PASSWORD_LENGTH } from "@/lib/shared/limits";
import { Told } from "./told";

/** Where the link in the mail leads. */
export function ChoosePassword({ token }: { token: string }) {
	const t = useTranslations("signIn");
	const sentenceOf = useSentenceOf();
	const fieldErrors = useFieldErrors();
	const { data: server } = useServer();
	const link = useQuery({
		queryKey: ["password-reset", token],
		queryFn: async () => {
			await checkPasswordReset(token);
			return true;
		},
		retry: (_count, error) => !isGone(error),
	});
	const chosen = useMutation({ mutationFn: (fields: FormData) => resetPassword(token, text(fields, "password")) });
	const errors = fieldErrors(chosen.error);
	if (chosen.isSuccess) {
		return <Told title={t("reset.done")} text={t("reset.doneText")} href="/login" verb={t("verb")} />;
	}
	if (isGone(link.error) || isGone(chosen.error)) {
		return <Told title={t("reset.gone")} text={t("reset.goneText")} href="/reset" verb={t("reset.goneVerb")} />;
	}
	if (link.error) return <NotLoaded error={link.error} onRetry={() => void link.refetch()} />;
	if (!link.data || !server) return <SkeletonRows rows={4} />;
	return (
		<>
			<title>{t("reset.newTitle")}</title>
			<h1 className="text-2xl tracking-tight">{t("reset.newTitle")}</h1>
			<p className="mt-1.5 text-muted">{t("reset.newText")}</p>
			<Form onSend={(fields) => chosen.mutate(fields)} error={chosen.error} className="mt-5 grid gap-4.5">
				{chosen.isError && !errors.password && <Note tone="danger">{sentenceOf(chosen.error)}</Note>}
				<PasswordField
					label={t("reset.newPassword")}
					name="password"
					big
					required
					autoFocus
					autoComplete="new-password"
					maxLength={MAX_PASSWORD_LENGTH}
					help={t("register.passwordHelp", { length: server.limits.passwordLength })}
					error={errors.password}
				/>
				<Button type="submit" look="main" size="wide" busy={chosen.isPending} className="mt-1.5">
					{t("reset.newVerb")}
				</Button>
			</Form>
		</>
	);
}

function isGone(error: unknown): boolean {
	return error instanceof ClientError && error.code === "link-not-found";
}
