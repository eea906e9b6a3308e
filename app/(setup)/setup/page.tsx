import { Setup } from "@/components/setup/setup";

export default function SetupPage() {
	return <Setup />;
}
