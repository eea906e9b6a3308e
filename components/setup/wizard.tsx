"use client";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { ArrowLeft, ArrowRight } from "lucide-react";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { Form } from "@/components/ui/form";
import { Note } from "@/components/ui/note";
import { setUp } from "@/lib/client/api";
import { ClientError, fieldErrorsOf, sentenceOf } from "@/lib/client/errors";
import { signIn } from "@/lib/client/sign-in";
import type { Server } from "@/lib/shared/schemas/server";
import { type Answers, missing, noAnswers, stepOf, steps } from "./answers";
import { StepList } from "./step-list";
import { AdministratorStep, RegistrationStep, SiteStep } from "./steps";

const last = steps.length - 1;

export function Wizard({ server }: { server: Server }) {
	const router = useRouter();
	const cache = useQueryClient();
	const [step, setStep] = useState(0);
	const [answers, setAnswers] = useState<Answers>(noAnswers);
	const [errors, setErrors] = useState<Record<string, string>>({});
	const codeNeeded = server.setupCodeNeeded ?? false;

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
			cache.clear();
			router.replace("/");
		},
		onError(error) {
			const refused = refusedFields(error);
			setErrors(refused);
			setStep(stepOf(refused) ?? last);
		},
	});

	function next() {
		const empty = missing(step, answers, codeNeeded);
		setErrors(empty);
		if (Object.keys(empty).length > 0) return;
		if (step < last) setStep(step + 1);
		else done.mutate();
	}

	const shown = { answers, errors, change: (change: Partial<Answers>) => setAnswers({ ...answers, ...change }) };
	const isElsewhere = done.isError && stepOf(refusedFields(done.error)) === undefined;

	return (
		<div className="flex min-h-dvh max-md:flex-col">
			<title>Set up Parley</title>
			<StepList step={step} onGo={setStep} />
			<main className="flex-1 px-20 py-18 max-lg:px-10 max-md:px-5 max-md:py-7">
				<Form key={step} onSend={next} error={errors} className="max-w-150">
					<p className="text-sm font-medium text-muted">
						Step {step + 1} of {steps.length}
					</p>
					{step === 0 && <SiteStep {...shown} codeNeeded={codeNeeded} />}
					{step === 1 && <AdministratorStep {...shown} passwordLength={server.limits.passwordLength} />}
					{step === 2 && <RegistrationStep {...shown} />}
					{isElsewhere && (
						<Note tone="danger" className="mt-6">
							{sentenceOf(done.error)}
						</Note>
					)}
					<div className="mt-10 flex justify-between gap-3">
						{step > 0 ? (
							<Button onClick={() => setStep(step - 1)}>
								<ArrowLeft size={16} aria-hidden className="rtl:-scale-x-100" />
								Back
							</Button>
						) : (
							<span />
						)}
						<Button type="submit" look="main" busy={done.isPending || done.isSuccess}>
							{step < last ? `Next: ${(steps[step + 1] ?? "").toLowerCase()}` : "Finish"}
							<ArrowRight size={16} aria-hidden className="rtl:-scale-x-100" />
						</Button>
					</div>
				</Form>
			</main>
		</div>
	);
}

function refusedFields(error: unknown): Record<string, string> {
	if (error instanceof ClientError && error.code === "setup-code-needed") return { code: error.message };
	return fieldErrorsOf(error);
}
