"use client";
import { DoorClosed } from "lucide-react";
import Link from "next/link";
import { useTranslations } from "use-intl";
import { buttonLook } from "@/components/ui/button";
import { Empty } from "@/components/ui/empty";
import { SkeletonRows } from "@/components/ui/skeleton";
import { NotLoaded } from "@/components/words/not-loaded";
import { useServer } from "@/lib/client/rooms";
import { RegisterForm } from "./register-form";

export function Register() {
	const t = useTranslations("signIn");
	const { data: server, error, refetch } = useServer();
	if (!server) return error ? <NotLoaded error={error} onRetry={() => void refetch()} /> : <SkeletonRows />;
	return (
		<>
			<title>{`${t("register.title")} · ${server.name}`}</title>
			{server.registration === "closed" ? <Closed site={server.name} /> : <RegisterForm server={server} />}
		</>
	);
}

function Closed({ site }: { site: string }) {
	const t = useTranslations("signIn");
	return (
		<Empty level="h1" icon={DoorClosed} title={t("closed.title")} text={t("closed.text", { site })}>
			<Link href="/login" className={buttonLook()}>
				{t("closed.verb")}
			</Link>
		</Empty>
	);
}
