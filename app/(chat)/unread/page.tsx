import { Conversation } from "@/components/rooms/conversation";

/** As the start and the rooms: what it shows follows the address, see `components/frame/navigation.tsx`. */
export default function UnreadPage() {
	return <Conversation />;
}
