import { Conversation } from "@/components/rooms/conversation";

/** The start and the rooms are one page: what it shows follows the address, see `components/frame/navigation.tsx`. */
export default function RoomPage() {
	return <Conversation />;
}
