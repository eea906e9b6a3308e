"use client";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import Link from "next/link";
import { useRouter, useSearchParams } from "next/navigation";
import { useEffect, useRef } from "react";
import { useTranslations } from "use-intl";
import { Button } from "@/components/ui/button";
import { Form, text } from "@/components/ui/form";
import { Note } from "@/components/ui/note";
import { PasswordField, TextField } from "@/components/ui/text-field";
import { NotLoaded } from "@/components/words/not-loaded";
import { useSentenceOf } from "@/components/words/use-sentence-of";
import { keys } from "@/lib/client/cache";
import { safeNext } from "@/lib/client/place";
import { useServer } from "@/lib/client/rooms";
import { signIn } from "@/lib/client/sign-in";
import { type EndReason, endReasons } from "@/lib/shared/end-reasons";

export function SignInForm() {
	const t = useTranslations("signIn");
	const sentenceOf = useSentenceOf();
	const { data: server, error: unanswered, refetch } = useServer();
	const router = useRouter();
	const params = useSearchParams();
	const cache = useQueryClient();
	const password = useRef<HTMLInputElement>(null);
	const ended = endReason(params.get("ended"));
	const entered = useMutation({
		mutationFn: (fields: FormData) => signIn(text(fields, "login"), text(fields, "password")),
		onSuccess() {
			cache.removeQueries({ queryKey: keys.bootstrap });
			router.replace(safeNext(params.get("next")));
		},
		onError: () => password.current?.select(),
	});

	useEffect(() => {
		if (server?.setUp === false) router.replace("/setup");
	}, [server?.setUp, router]);

	return (
		<>
			<title>{server ? `${t("title")} · ${server.name}` : t("title")}</title>
			<h1 className="text-2xl tracking-tight">{t("title")}</h1>
			<p className="mt-1.5 min-h-5.5 text-muted wrap-anywhere">{server && t("text", { site: server.name })}</p>
			<Form onSend={(fields) => entered.mutate(fields)} error={entered.error} className="mt-5 grid gap-4.5">
				{entered.isError && <Note tone="danger">{sentenceOf(entered.error)}</Note>}
				{unanswered && !server && !entered.isError && <NotLoaded error={unanswered} onRetry={() => void refetch()} />}
				{ended && !entered.isError && <Note tone="plain">{t(`ended.${ended}`)}</Note>}
				<TextField
					label={t("login")}
					name="login"
					big
					required
					autoFocus
					autoComplete="username"
					autoCapitalize="none"
					spellCheck={false}
				/>
				<PasswordField
					ref={password}
					label={t("password")}
					name="password"
					big
					required
					autoComplete="current-password"
				/>
				{server?.passwordReset && (
					<Link href="/reset" className="-mt-2 justify-self-end text-ui text-link hover:underline">
						{t("forgot")}
					</Link>
				)}
				<Button type="submit" look="main" size="wide" busy={entered.isPending || entered.isSuccess} className="mt-1.5">
					{t("verb")}
				</Button>
			</Form>
			{server?.registration === "open" && (
				<p className="mt-5 text-center text-ui text-muted">
					{t("newHere")}{" "}
					<Link href="/register" className="font-medium text-link hover:underline">
						{t("register.title")}
					</Link>
				</p>
			)}
		</>
	);
}

/** Why one has to sign in again. */
function endReason(reason: string | null): EndReason | undefined {
	return endReasons.find((known) => known === reason);
}
