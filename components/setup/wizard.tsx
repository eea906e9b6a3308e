"use client";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { ArrowLeft, ArrowRight } from "lucide-react";
import { useRouter } from "next/navigation";
import { useEffect, useState } from "react";
import { useTranslations } from "use-intl";
import { Button } from "@/components/ui/button";
import { Form } from "@/components/ui/form";
import { Note } from "@/components/ui/note";
import { useFieldErrors, useSentenceOf } from "@/components/words/use-sentence-of";
import { setUp } from "@/lib/client/api";
import { ClientError } from "@/lib/client/errors";
import { signIn } from "@/lib/client/sign-in";
import type { Server } from "@/lib/shared/schemas/server";
import {
	type Answers,
	forgetAnswers,
	lastStep,
	missing,
	rememberAnswers,
	rememberedAnswers,
	stepOf,
	steps,
} from "./answers";
import { StepList } from "./step-list";
import { AdministratorStep, RegistrationStep, SiteStep } from "./steps";

export function Wizard({ server }: { server: Server }) {
	const t = useTranslations("setup");
	const sentenceOf = useSentenceOf();
	const refusedFields = useRefusedFields();
	const router = useRouter();
	const cache = useQueryClient();
	const [{ step, answers }, setState] = useState(rememberedAnswers);
	const [errors, setErrors] = useState<Record<string, string>>({});
	const codeNeeded = server.setupCodeNeeded ?? false;
	const goTo = (step: number) => setState((state) => ({ ...state, step }));
	useEffect(() => rememberAnswers(step, answers), [step, answers]);

	const done = useMutation({
		async mutationFn() {
			const { siteUrl, code, ...rest } = answers;
			await setUp({
				...rest,
				siteUrl: siteUrl.trim() || location.origin,
				...(codeNeeded ? { code: code.trim() } : {}),
			});
			await signIn(answers.admin.username, answers.admin.password);
		},
		onSuccess() {
			forgetAnswers();
			cache.clear();
			router.replace("/");
		},
		onError(error) {
			const refused = refusedFields(error);
			setErrors(refused);
			goTo(stepOf(refused) ?? lastStep);
		},
	});

	function next() {
		const needed = missing(step, answers, codeNeeded);
		const empty = Object.fromEntries(needed.map(([path, name]) => [path, t(`missing.${name}`)]));
		setErrors(empty);
		const first = stepOf(empty);
		if (first !== undefined) goTo(first);
		else if (step < lastStep) goTo(step + 1);
		else done.mutate();
	}

	const change = (change: Partial<Answers>) => setState({ step, answers: { ...answers, ...change } });
	const shown = { answers, errors, change };
	const isElsewhere = done.isError && stepOf(refusedFields(done.error)) === undefined;
	const following = steps[step + 1];

	return (
		<div className="flex min-h-dvh max-md:flex-col">
			<title>{t("title")}</title>
			<StepList step={step} onGo={goTo} />
			<main className="min-w-0 flex-1 px-20 py-18 max-lg:px-10 max-md:px-5 max-md:py-7">
				<Form key={step} onSend={next} error={errors} className="max-w-150">
					<p className="text-sm font-medium text-muted">{t("stepOf", { step: step + 1, of: steps.length })}</p>
					{step === 0 && <SiteStep {...shown} codeNeeded={codeNeeded} />}
					{step === 1 && <AdministratorStep {...shown} passwordLength={server.limits.passwordLength} />}
					{step === 2 && <RegistrationStep {...shown} />}
					{isElsewhere && (
						<Note tone="danger" className="mt-6">
							{sentenceOf(done.error)}
						</Note>
					)}
					<div className="mt-10 flex flex-wrap justify-between gap-3">
						{step > 0 ? (
							<Button onClick={() => goTo(step - 1)}>
								<ArrowLeft size={16} aria-hidden className="rtl:-scale-x-100" />
								{t("back")}
							</Button>
						) : (
							<span />
						)}
						<Button type="submit" look="main" busy={done.isPending || done.isSuccess}>
							{following ? t(`next.${following}`) : t("finish")}
							<ArrowRight size={16} aria-hidden className="rtl:-scale-x-100" />
						</Button>
					</div>
				</Form>
			</main>
		</div>
	);
}

function useRefusedFields(): (error: unknown) => Record<string, string> {
	const t = useTranslations("errors");
	const fieldErrors = useFieldErrors();
	return (error) => {
		const isCode = error instanceof ClientError && error.code === "setup-code-needed";
		return isCode ? { code: t("setup-code-needed") } : fieldErrors(error);
	};
}
