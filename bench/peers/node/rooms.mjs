// Who is in which conversation, and the way of a message: store, then acknowledge, then tell the others.
export class Rooms {
  #store;
  #rooms = new Map();

  constructor(store) {
    this.#store = store;
  }

  async join(conversation, member, after) {
    const seq = await this.#store.begin(conversation);
    if (!this.#rooms.has(conversation)) this.#rooms.set(conversation, { members: new Set(), last: Promise.resolve() });
    this.#rooms.get(conversation).members.add(member);
    const missed = after === null || after === undefined ? [] : await this.#store.since(conversation, Number(after));
    return { seq, missed };
  }

  leave(conversation, member) {
    const room = this.#rooms.get(conversation);
    if (!room) return;
    room.members.delete(member);
    if (room.members.size === 0) this.#rooms.delete(conversation);
  }

  // One message of a conversation after another, so that their order is that of their numbers.
  post(conversation, member, { clientId, text }) {
    if (typeof clientId !== 'string' || typeof text !== 'string' || text.length === 0 || text.length > 4000) {
      throw new Error('invalid message');
    }
    const room = this.#rooms.get(conversation);
    const stored = room.last.then(() => this.#store.append({ conversation, sender: member.role, clientId, text }));
    room.last = stored.catch(() => {});
    return stored.then(({ isNew, ...receipt }) => {
      if (isNew) this.#tell(room, member, { ...receipt, from: member.role, text });
      return receipt;
    });
  }

  #tell(room, sender, message) {
    const text = JSON.stringify({ type: 'message', ...message });
    for (const member of room.members) {
      if (member !== sender) member.deliver(text);
    }
  }
}
