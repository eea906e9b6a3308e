"use client";
import { ChevronLeft } from "lucide-react";
import Link from "next/link";
import { type ReactNode, useId } from "react";
import { useServerInfo } from "@/lib/client/session";
import { PasswordForm } from "./password-form";
import { ProfileForm } from "./profile-form";
import { Sessions } from "./sessions";
import { StatusForm } from "./status-form";

export function Account() {
	const { name } = useServerInfo();
	return (
		<main className="flex min-w-0 flex-1 flex-col">
			<title>{`Account · ${name}`}</title>
			<header className="flex h-(--bar-height) shrink-0 items-center gap-2 border-b border-border ps-6 pe-4 max-md:ps-1">
				<Link href="/" aria-label="Back to the rooms" className="grid size-11 place-items-center text-muted md:hidden">
					<ChevronLeft size={24} aria-hidden className="rtl:-scale-x-100" />
				</Link>
				<h1 className="text-lg tracking-tight">Account</h1>
			</header>
			<div className="min-h-0 flex-1 overflow-y-auto px-6 pb-16 max-md:px-4">
				<div className="mx-auto max-w-180">
					<Part title="Profile" text="How others see you.">
						<ProfileForm />
					</Part>
					<Part title="Status" text="Beside your name, everywhere.">
						<StatusForm />
					</Part>
					<Part title="Password" text="Changing it signs you out on all other devices.">
						<PasswordForm />
					</Part>
					<Part title="Where you are signed in" text="End what you do not know.">
						<Sessions />
					</Part>
				</div>
			</div>
		</main>
	);
}

function Part({ title, text, children }: { title: string; text: string; children: ReactNode }) {
	const id = useId();
	return (
		<section
			aria-labelledby={id}
			className="grid gap-x-10 gap-y-4 border-b border-border py-7 last:border-b-0 md:grid-cols-[13rem_minmax(0,1fr)]"
		>
			<div>
				<h2 id={id} className="text-base">
					{title}
				</h2>
				<p className="mt-0.5 text-sm text-muted">{text}</p>
			</div>
			<div className="min-w-0">{children}</div>
		</section>
	);
}
