#pragma once
// exp, log, power and the normal quantile, the same bits natively and in WebAssembly: the libraries
// beneath differ in the last one. They serve the drawing and discounting of inputs and, of the
// model, how volumes respond to ad spend.

namespace roi {

/// e^x, within 2 units in the last place. 0 below -708, the largest finite power above 709.
double exponential(double x);

/// Natural logarithm of a normal x > 0, within 2 units in the last place.
double logarithm(double x);

/// base^exponent for base > 0, with a relative error of about (1 + |exponent ln base|) x 2^-52;
/// 0^exponent is 0, and 1 where the exponent is 0.
double power(double base, double exponent);

/// How many times likelier something is than not, of a rate below 1.
constexpr double odds(double rate) { return rate / (1 - rate); }

/// The z below which a standard normal lies with probability p, 0 < p < 1; relative error under
/// 1e-15. M. J. Wichura, "Algorithm AS 241", Applied Statistics 37 (1988).
double normalQuantile(double p);

/// The 95 % quantile of the standard normal.
inline constexpr double kZ95 = 1.6448536269514722;

}  // namespace roi
