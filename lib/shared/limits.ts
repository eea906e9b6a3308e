/** Sizes that hold everywhere: the server enforces them, the page uses them to help before it sends. */

export const MAX_JSON_BYTES = 1_000_000;
export const MAX_JSON_DEPTH = 20;
/** A socket frame carries typing or a list of at most 500 ids, never a message. */
export const MAX_SOCKET_FRAME_BYTES = 64_000;

export const MAX_NAME_LENGTH = 120;
export const MAX_USERNAME_LENGTH = 64;
export const MAX_EMAIL_LENGTH = 254;
export const MAX_PASSWORD_LENGTH = 256;
export const MAX_BIO_LENGTH = 500;
/** Fields of the profile that an administrator sets up, what one is called, what can be chosen in it, and a text in it. */
export const MAX_PROFILE_FIELDS = 20;
export const MAX_PROFILE_LABEL = 60;
export const MAX_PROFILE_OPTIONS = 100;
export const MAX_PROFILE_TEXT = 255;
/** What a picture of oneself is made from. */
export const MAX_AVATAR_BYTES = 10_000_000;
/** What an emoji of the server's own is made from, and how many there can be. */
export const MAX_EMOJI_BYTES = 1_000_000;
export const MAX_CUSTOM_EMOJI = 1_000;
/** Pixels: for rows, with small pixels too, and for where it is looked at. */
export const AVATAR_SIZES = [96, 256] as const;
export type AvatarSize = (typeof AVATAR_SIZES)[number];
export const MAX_STATUS_TEXT_LENGTH = 120;
export const MAX_ROOM_NAME_LENGTH = 80;
export const MAX_TOPIC_LENGTH = 500;
export const MAX_ANNOUNCEMENT_LENGTH = 1_000;
export const MAX_REASON_LENGTH = 1_000;

/** Recipients of one call (members added to a room, people of a new room). */
export const MAX_RECIPIENTS = 50;
/** People, and rooms, that one message can mention. */
export const MAX_MENTIONED = 50;
/** Who calls everybody in a room of more people is asked first. */
export const MANY_MEMBERS = 50;
/** Words that one person wants to hear of. */
export const MAX_KEYWORDS = 20;
export const MIN_KEYWORD_LENGTH = 2;
export const MAX_KEYWORD_LENGTH = 60;
/** People who hear of one message by their keywords: more would be a word that is none. */
export const MAX_KEYWORD_PEOPLE = 500;
/** Messages that are pinned in one room. */
export const MAX_PINS = 100;
/** Links of one room that lead people into it. */
export const MAX_INVITES = 50;
export const MAX_INVITE_USES = 10_000;
/** Kinds of reactions that one message can have. */
export const MAX_REACTION_KINDS = 100;
/** What one has begun to write, in how many places, and how much of it is kept for all devices. */
export const MAX_DRAFTS = 200;
export const MAX_DRAFT_LENGTH = 50_000;
/** Links of one message that are shown with what they lead to. */
export const MAX_PREVIEWS = 3;
/** Files of one message. */
export const MAX_FILES = 20;
export const MAX_FILE_NAME_LENGTH = 200;
/** Rooms asked for at once by `POST /api/changes`. */
export const MAX_CHANGES_ROOMS = 50;
/** Beyond this many changes a client reloads instead of replaying them. */
export const MAX_CHANGES_REPLAYED = 1_000;
/** People whose presence one page watches. */
export const MAX_WATCHED_PEOPLE = 500;

export const DEFAULT_PAGE_SIZE = 50;
export const MAX_PAGE_SIZE = 100;

export const TYPING_SHOWN_FOR_MS = 6_000;
/** A page says at most this often that its person types. */
export const TYPING_SENT_EVERY_MS = 3_000;
/** A page marks a room as read at most this often. */
export const READ_MARK_EVERY_MS = 2_000;
