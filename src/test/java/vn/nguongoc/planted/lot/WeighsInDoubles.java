package vn.nguongoc.planted.lot;

/** 0.1 + 0.2. */
public record WeighsInDoubles(double kilograms) {}
