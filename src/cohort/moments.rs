//! Means, deviations and correlations of lists of numbers, as every textbook has them, with `n - 1` for samples.
//!
//! Apart so that formulas with names (facility, alpha, kappa) are read without loops. A list that does not vary is
//! recognised by its smallest and greatest, never by a variance that rounding left a little above zero.

/// Returns a count as a number to compute with.
pub(super) fn number(count: usize) -> f64 {
    f64::from(u32::try_from(count).unwrap_or(u32::MAX))
}

/// Returns the mean; none of nothing.
pub(super) fn mean(values: &[f64]) -> Option<f64> {
    (!values.is_empty()).then(|| values.iter().sum::<f64>() / number(values.len()))
}

/// Returns whether all are the same; nothing and one are.
pub(super) fn is_constant(values: &[f64]) -> bool {
    values.windows(2).all(|pair| matches!(pair, [a, b] if a.total_cmp(b).is_eq()))
}

/// Returns the variance of a sample; none of fewer than two.
pub(super) fn variance(values: &[f64]) -> Option<f64> {
    if values.len() < 2 {
        return None;
    }
    if is_constant(values) {
        return Some(0.0);
    }
    covariance(values, values)
}

/// Returns the standard deviation of a sample; none of fewer than two.
pub(super) fn deviation(values: &[f64]) -> Option<f64> {
    variance(values).map(f64::sqrt)
}

/// Returns the covariance of a sample of pairs; none of fewer than two, or of lists that are not equally long.
pub(super) fn covariance(one: &[f64], other: &[f64]) -> Option<f64> {
    if one.len() != other.len() || one.len() < 2 {
        return None;
    }
    let (mean_one, mean_other) = (mean(one)?, mean(other)?);
    let products = one.iter().zip(other).map(|(a, b)| (a - mean_one) * (b - mean_other));
    Some(products.sum::<f64>() / number(one.len() - 1))
}

/// Returns Pearson's correlation; none where one of the lists does not vary.
pub(super) fn correlation(one: &[f64], other: &[f64]) -> Option<f64> {
    if is_constant(one) || is_constant(other) {
        return None;
    }
    let spread = deviation(one)? * deviation(other)?;
    let share = covariance(one, other)? / spread;
    share.is_finite().then(|| share.clamp(-1.0, 1.0))
}

/// Returns the covariance over the greatest that the same numbers could have, both lists rising together.
pub(super) fn share_of_greatest_covariance(one: &[f64], other: &[f64]) -> Option<f64> {
    if is_constant(one) || is_constant(other) {
        return None;
    }
    let share = covariance(one, other)? / covariance(&sorted(one), &sorted(other))?;
    share.is_finite().then_some(share)
}

/// Returns the middle one, or the mean of the two middle ones; none of nothing.
pub(super) fn median(values: &[f64]) -> Option<f64> {
    quantile(&sorted(values), 0.5)
}

/// Returns the middle time, or the mean of the two middle ones rounded down; none of nothing.
pub(super) fn median_time(millis: impl IntoIterator<Item = u32>) -> Option<u32> {
    let mut millis: Vec<u32> = millis.into_iter().collect();
    millis.sort_unstable();
    let last = millis.len().checked_sub(1)?;
    let (below, above) = (millis.get(last / 2)?, millis.get(last - last / 2)?);
    Some(below.midpoint(*above))
}

/// Returns a quantile of sorted values, between neighbours in proportion (Hyndman and Fan's seventh definition, which
/// `NumPy` and R take by default); none of nothing.
pub(super) fn quantile(sorted: &[f64], share: f64) -> Option<f64> {
    let place = share.clamp(0.0, 1.0) * number(sorted.len().checked_sub(1)?);
    let [below, above] = [place.floor(), place.ceil()].map(whole);
    let (below, above) = (sorted.get(below)?, sorted.get(above)?);
    Some(below + (above - below) * place.fract())
}

/// Returns a place as an index.
#[expect(clippy::cast_sign_loss, reason = "a place is never under nothing")]
fn whole(place: f64) -> usize {
    place as usize
}

/// Returns the values from the smallest to the greatest.
pub(super) fn sorted(values: &[f64]) -> Vec<f64> {
    let mut sorted = values.to_vec();
    sorted.sort_by(f64::total_cmp);
    sorted
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn equal_numbers_do_not_vary_however_they_are_rounded() {
        let thirds = [0.333_333_333; 7];
        assert_eq!(variance(&thirds), Some(0.0));
        assert_eq!(correlation(&thirds, &[1.0, 2.0, 3.0, 4.0, 5.0, 6.0, 7.0]), None);
    }

    #[test]
    fn of_nothing_and_of_one_there_is_no_spread() {
        assert_eq!((mean(&[]), variance(&[1.0]), median(&[])), (None, None, None));
        assert_eq!(covariance(&[1.0, 2.0], &[1.0]), None);
        assert_eq!(median(&[3.0, 1.0, 2.0, 9.0]), Some(2.5));
    }
}
