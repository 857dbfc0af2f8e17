/** What the shop sells. The browser code reads it too, for the basket. */

export type Finish = 'clay' | 'moss' | 'sand' | 'night' | 'ochre' | 'oak' | 'walnut' | 'chalk';

export interface Product {
  kind: 'sofa' | 'armchair' | 'lamp' | 'table' | 'shelf' | 'chair';
  slug: string;
  name: string;
  title: string;
  price: number;
  tint: 'straw' | 'sage' | 'blush' | 'mist';
  line: string;
  about: string[];
  finishLabel: string;
  finishes: Finish[];
  facts: [label: string, value: string][];
  leadTime: string;
}

export const finishNames: Record<Finish, string> = {
  clay: 'Clay',
  moss: 'Moss',
  sand: 'Sand',
  night: 'Night blue',
  ochre: 'Ochre',
  oak: 'Oak',
  walnut: 'Walnut',
  chalk: 'Chalk',
};

export const catalogue: Product[] = [
  {
    kind: 'sofa',
    slug: 'ninna',
    name: 'Ninna',
    title: 'Ninna two-seat sofa',
    price: 1290,
    tint: 'blush',
    line: 'A deep two-seater that forgives naps.',
    about: [
      'Ninna is low, deep and a little too comfortable. The frame is glued and dowelled beech, the cushions are feather around a firm core, and every cover comes off with one zip.',
      'It goes through an 80 cm door in two parts and stands on its feet in ten minutes, without a tool.',
    ],
    finishLabel: 'Fabric',
    finishes: ['clay', 'moss', 'sand', 'night'],
    facts: [
      ['Width', '186 cm'],
      ['Depth', '94 cm'],
      ['Seat height', '42 cm'],
      ['Weight', '46 kg, in two parts'],
      ['Cover', 'Wool and linen, washable at 30 °C'],
    ],
    leadTime: 'In stock in clay and sand; other fabrics in 3 weeks',
  },
  {
    kind: 'armchair',
    slug: 'orso',
    name: 'Orso',
    title: 'Orso armchair',
    price: 640,
    tint: 'sage',
    line: 'A hug with legs.',
    about: [
      'One curved shell of moulded plywood, padded all the way round, so that there is no wrong way to sit in it.',
      'The bouclé is knitted in Prato from recycled wool. It hides cat hair better than we had hoped.',
    ],
    finishLabel: 'Fabric',
    finishes: ['moss', 'ochre', 'sand'],
    facts: [
      ['Width', '82 cm'],
      ['Depth', '78 cm'],
      ['Seat height', '41 cm'],
      ['Weight', '17 kg'],
      ['Cover', 'Recycled wool bouclé'],
    ],
    leadTime: 'In stock, with you in 4 to 6 days',
  },
  {
    kind: 'lamp',
    slug: 'luna',
    name: 'Luna',
    title: 'Luna arc lamp',
    price: 320,
    tint: 'mist',
    line: 'Light over your shoulder, not in your eyes.',
    about: [
      'A brass arc that reaches over the sofa and a spun shade that keeps the glare to itself. The foot is a disc of Carrara marble, heavy enough for curious children.',
      'Takes any E27 bulb; a warm dimmable one is in the box.',
    ],
    finishLabel: 'Shade',
    finishes: ['chalk', 'night', 'ochre'],
    facts: [
      ['Height', '196 cm'],
      ['Reach', '110 cm'],
      ['Cable', '2.4 m, linen covered'],
      ['Bulb', 'E27, 9 W LED, dimmable'],
      ['Weight', '14 kg'],
    ],
    leadTime: 'In stock, with you in 2 to 3 days',
  },
  {
    kind: 'table',
    slug: 'tavola',
    name: 'Tavola',
    title: 'Tavola dining table',
    price: 980,
    tint: 'straw',
    line: 'Six for dinner, eight for cards.',
    about: [
      'A rounded top from two planks of the same tree, so the grain runs on over the joint. The legs screw out for moving house.',
      'Oiled, not lacquered: rings and scratches sand out, and we send the oil along.',
    ],
    finishLabel: 'Wood',
    finishes: ['oak', 'walnut'],
    facts: [
      ['Length', '190 cm'],
      ['Width', '92 cm'],
      ['Height', '74 cm'],
      ['Seats', '6 to 8'],
      ['Surface', 'Hard wax oil'],
    ],
    leadTime: 'Made for you in 4 weeks',
  },
  {
    kind: 'shelf',
    slug: 'scala',
    name: 'Scala',
    title: 'Scala bookcase',
    price: 540,
    tint: 'sage',
    line: 'Room for the books you mean to read.',
    about: [
      'Five shelves between two ladders, wedged, without a single screw. Add a second one later: the ladders share a side.',
      'Each shelf carries 40 kg, which is about three metres of poetry or one of art books.',
    ],
    finishLabel: 'Wood',
    finishes: ['walnut', 'oak', 'chalk'],
    facts: [
      ['Width', '92 cm'],
      ['Depth', '34 cm'],
      ['Height', '188 cm'],
      ['Load', '40 kg a shelf'],
      ['Wall fixing', 'Included'],
    ],
    leadTime: 'In stock, with you in 4 to 6 days',
  },
  {
    kind: 'chair',
    slug: 'filo',
    name: 'Filo',
    title: 'Filo dining chair',
    price: 190,
    tint: 'blush',
    line: 'Woven by hand, 120 metres of cord in each.',
    about: [
      'A light frame with steam-bent back legs and a seat of paper cord, woven by two people in Udine who will not be hurried.',
      'Four of them stack. The cord can be rewoven after twenty years or so; we keep the pattern.',
    ],
    finishLabel: 'Frame',
    finishes: ['oak', 'walnut', 'night'],
    facts: [
      ['Width', '48 cm'],
      ['Depth', '52 cm'],
      ['Seat height', '45 cm'],
      ['Weight', '4.2 kg'],
      ['Seat', 'Unbleached paper cord'],
    ],
    leadTime: 'In stock, with you in 4 to 6 days',
  },
];

/** The page of a product, below the shop's own root. */
export function productPath(product: Product): string {
  return `${product.kind}/${product.slug}/`;
}

export function euros(amount: number): string {
  return `€${amount.toLocaleString('en')}`;
}
