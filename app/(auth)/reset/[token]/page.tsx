import { ChoosePassword } from "@/components/sign-in/choose-password";

export default async function ChoosePasswordPage({ params }: { params: Promise<{ token: string }> }) {
	return <ChoosePassword token={(await params).token} />;
}
