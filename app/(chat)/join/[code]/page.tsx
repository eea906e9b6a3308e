import { JoinPage } from "@/components/rooms/join-page";

export default async function InvitationPage({ params }: { params: Promise<{ code: string }> }) {
	const { code } = await params;
	return <JoinPage code={decodeURIComponent(code)} />;
}
