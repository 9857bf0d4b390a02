/**
 * What is known of a likeness before any list is read: the shares of each level among records that have the field. Lists of many lines outweigh
 * it; lists of few are read by it. One line for each field: a field, `one` for two records of one person or `any` for any two persons, then shares.
 * `any` is said of names and births only; how often two persons share a unit, a place or a day depends on the lists.
 *
 * Provenance: counted over two invented lists of 20,000 (src/match/testing, seed 77, 12,000 persons shared), rounded; what these lists
 * never get wrong, as places and numbers, is given the slips of the other fields by judgement. No real list was used.
 */
export const general = `
family one same=0.87 heard=0.045 one_of_two=0.01 slip=0.05 far=0.015 differs=0.01
family any same=0.0001 heard=0.0002 one_of_two=0.0001 slip=0.0002 far=0.001 initial=0.002 differs=0.9964
given one same=0.93 heard=0.01 one_of_two=0.002 slip=0.005 far=0.003 initial=0.04 differs=0.01
given any same=0.02 heard=0.002 one_of_two=0.001 slip=0.001 far=0.003 initial=0.01 differs=0.963
patronymic one same=0.89 heard=0.02 one_of_two=0.002 slip=0.01 far=0.008 initial=0.05 differs=0.02
patronymic any same=0.02 heard=0.002 one_of_two=0.0005 slip=0.001 far=0.001 initial=0.01 differs=0.9655
birth one same=0.72 exchanged=0.03 digit=0.05 year_slip=0.04 other_year=0.005 same_year_part=0.005 same_month=0.01 same_year=0.08 overlap=0.02 default_day=0.02 near_year=0.01 differs=0.01
birth any same=0.0001 exchanged=0.00005 digit=0.001 year_slip=0.001 other_year=0.002 same_year_part=0.0015 same_month=0.0005 same_year=0.003 overlap=0.01 default_day=0.001 near_year=0.025 differs=0.95485
rank one same=0.7 next=0.14 near=0.08 differs=0.08
unit one same=0.76 slip=0.02 other_kind=0.06 differs=0.16
number one same=0.9 slip=0.05 other_kind=0.01 differs=0.04
place one same=0.7 heard=0.05 near=0.06 same_name=0.06 differs=0.13
seen one same=0.14 days=0.3 weeks=0.36 months=0.1 half_year=0.05 far=0.05
`;
