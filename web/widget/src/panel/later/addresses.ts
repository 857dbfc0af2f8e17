// What can be an address: as the server checks it, enough to see a slip of the finger. Pure.
const kCharactersMax = 254;
const kDigitsMin = 5;

export const kinds = {
  email: (text: string): boolean => /^[^\s@]+@[^\s@]+$/.test(text) && text.length <= kCharactersMax,
  tel: (text: string): boolean =>
    /^[\d +\-./()#*]+$/.test(text) && text.replace(/\D/g, '').length >= kDigitsMin && text.length <= kCharactersMax,
};

export type AddressKind = keyof typeof kinds;
