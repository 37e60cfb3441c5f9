package prismq.t.script.versioning.core.align;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class WorkBudgetTest {
  @Test
  void allOfItCanBeSpentAndNoMore() {
    WorkBudget budget = new WorkBudget(100);
    assertThat(budget.take(60)).isTrue();
    assertThat(budget.take(40)).isTrue();
    assertThat(budget.refused()).isFalse();
    assertThat(budget.take(1)).isFalse();
    assertThat(budget.refused()).isTrue();
  }

  @Test
  void whatIsRefusedCostsNothing() {
    WorkBudget budget = new WorkBudget(100);
    assertThat(budget.take(101)).isFalse();
    assertThat(budget.left()).isEqualTo(100);
    assertThat(budget.take(100)).isTrue();
    assertThat(budget.left()).isZero();
  }

  @Test
  void lookingIntoParagraphsCostsMoreThanTheirText() {
    WorkBudget budget = new WorkBudget(1_000);
    assertThat(budget.take(100, 10)).isTrue();
    assertThat(budget.left()).isEqualTo(400);
    assertThat(budget.take(100, 7)).isFalse();
    assertThat(budget.take(50, 7)).isTrue();
    assertThat(budget.left()).isZero();
  }
}
