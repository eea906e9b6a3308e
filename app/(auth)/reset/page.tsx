import { AskReset } from "@/components/sign-in/ask-reset";

export default function ResetPage() {
	return <AskReset />;
}
